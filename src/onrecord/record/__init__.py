"""What is kept: claims with evidence, links, omissions, runs."""
