// What every page has: light and dark, layers of the reading view, cards and marks that find each other.
const root = document.documentElement;
const stored = localStorage.getItem("onrecord-theme");
if (stored) root.dataset.theme = stored;
document.querySelector("[data-theme-switch]")?.addEventListener("click", () => {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  localStorage.setItem("onrecord-theme", root.dataset.theme);
});

// Layers: the boxes' state lives in the address, so that a link shows what its sender saw.
const text = document.querySelector(".text");
for (const box of document.querySelectorAll(".layers input")) {
  box.addEventListener("change", () => {
    text.classList.toggle(`hide-${box.value}`, !box.checked);
    const off = [...document.querySelectorAll(".layers input:not(:checked)")].map((b) => b.value);
    const address = new URL(location.href);
    if (off.length) address.searchParams.set("hide", off.join(","));
    else address.searchParams.delete("hide");
    history.replaceState(null, "", address);
  });
}

// Hover or focus on a mark lights its card, and the other way round.
const marks = new Map();
for (const seg of document.querySelectorAll(".seg[data-refs]")) {
  for (const ref of seg.dataset.refs.split(" ")) marks.set(ref, [...(marks.get(ref) ?? []), seg]);
}
const light = (refs, on) => {
  for (const ref of refs) {
    for (const seg of marks.get(ref) ?? []) seg.classList.toggle("lit", on);
    document.getElementById(`card-${ref}`)?.classList.toggle("lit", on);
  }
};
for (const [on, off] of [["mouseover", "mouseout"], ["focusin", "focusout"]]) {
  for (const [event, state] of [[on, true], [off, false]]) {
    document.addEventListener(event, (e) => {
      const seg = e.target.closest?.(".seg[data-refs]");
      const card = e.target.closest?.(".card[data-refs]");
      const found = seg ?? card;
      if (found) light(found.dataset.refs.split(" "), state);
    });
  }
}
document.addEventListener("click", (e) => {
  const seg = e.target.closest?.(".seg[data-refs]");
  if (!seg) return;
  const card = seg.dataset.refs.split(" ").map((r) => document.getElementById(`card-${r}`)).find(Boolean);
  card?.scrollIntoView({ block: "nearest" });
  card?.focus({ preventScroll: true });
});
// Cards stand beside their words where the window is wide enough, each as high as its mark unless the card before needs the room.
const cards = document.querySelector(".reading > .cards");
const align = () => {
  const listed = [...cards.querySelectorAll(".card")];
  for (const card of listed) card.style.marginTop = "";
  if (matchMedia("(max-width: 60rem), print").matches) return;
  const tops = listed.map((card) => document.getElementById(`m-${card.dataset.refs}`)?.getBoundingClientRect().top ?? 0);
  let moved = 0;
  const at = listed.map((card) => card.getBoundingClientRect().top);
  listed.forEach((card, i) => {
    const down = Math.max(0, tops[i] - (at[i] + moved));
    if (down) card.style.marginTop = `${down}px`;
    moved += down;
  });
};
if (text && cards) {
  align();
  addEventListener("resize", align);
  cards.addEventListener("toggle", align, true);
}
for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Copying is not allowed here; the citation is on the claim's page";
    }
  });
}
document.addEventListener("keydown", (e) => {
  if (e.key === "Enter" && e.target.matches?.(".seg[data-refs]")) e.target.click();
});
