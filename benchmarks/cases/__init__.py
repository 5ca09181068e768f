"""Cases of our own to check the product by."""
