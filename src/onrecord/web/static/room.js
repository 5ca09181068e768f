// What every page has: light and dark, layers of the reading view, cards and marks that find each other, citations to copy.
const root = document.documentElement;
document.querySelector("[data-theme-switch]")?.addEventListener("click", () => {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  localStorage.setItem("onrecord-theme", root.dataset.theme);
  dispatchEvent(new Event("themed"));
});
const here = document.querySelector(".top nav [aria-current]");
const views = document.querySelector(".top nav ul");
if (here && here.getBoundingClientRect().right > views.getBoundingClientRect().right - 40) views.scrollTo({ left: here.offsetLeft - views.offsetLeft - 60 });

// On a narrow screen the filter is folded away until it is asked for.
if (matchMedia("(max-width: 60rem)").matches) document.querySelector(".filterbox")?.removeAttribute("open");

// A form's address holds what was asked for and nothing else: no empty fields, and of a box and its hidden "no" the last.
document.addEventListener("formdata", (e) => {
  if (!e.target.matches?.("[data-terse]")) return;
  for (const name of new Set(e.formData.keys())) {
    const last = e.formData.getAll(name).at(-1);
    e.formData.delete(name);
    if (last !== "") e.formData.set(name, last);
  }
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
let stay;
const cardOf = (seg) => seg.dataset.refs.split(" ").map((r) => document.getElementById(`card-${r}`)).find(Boolean);
const seen = (card) => { const at = card.getBoundingClientRect(); return at.top >= 0 && at.bottom <= innerHeight; };
const light = (refs, on) => {
  for (const ref of refs) {
    for (const seg of marks.get(ref) ?? []) seg.classList.toggle("lit", on);
    document.getElementById(`card-${ref}`)?.classList.toggle("lit", on);
  }
};
// What the pointer is on and what has the focus are lit both: the one leaving does not put out the other.
const lit = { mouse: [], focus: [] };
for (const event of ["mouseover", "mouseout", "focusin", "focusout"]) {
  document.addEventListener(event, (e) => {
    const found = e.target.closest?.(".seg[data-refs], .card[data-refs], .left [data-refs]");
    light([...lit.mouse, ...lit.focus], false);
    lit[event.slice(0, 5)] = found && /over|in$/.test(event) ? found.dataset.refs.split(" ") : [];
    light([...lit.mouse, ...lit.focus], true);
    // A card out of sight comes level with its words once the pointer stays on them.
    clearTimeout(stay);
    if (event === "mouseover" && found?.matches(".seg")) stay = setTimeout(() => { const card = cardOf(found); if (card && !seen(card)) pin(card); }, 350);
  });
}
const toCard = (seg) => {
  const card = cardOf(seg);
  pin(card);
  card?.scrollIntoView({ block: "nearest" });
  card?.focus({ preventScroll: true });
};
document.addEventListener("click", async (e) => {
  const seg = e.target.closest?.(".seg[data-refs]");
  if (seg) toCard(seg);
  else if (e.target.closest?.(".text")) pin(null);
  const copier = e.target.closest?.("[data-copy]");
  if (!copier) return;
  const words = copier.dataset.words ?? (copier.dataset.words = copier.textContent);
  try {
    await navigator.clipboard.writeText(copier.dataset.copy);
    copier.textContent = "Copied";
  } catch {
    copier.textContent = "Copying is not allowed here; the citation is on the claim's page";
  }
  setTimeout(() => { copier.textContent = words; }, 4000);
});
document.addEventListener("keydown", (e) => {
  if (e.key === "Enter" && e.target.matches?.(".seg[data-refs]")) toCard(e.target);
});

// Why a claim's values stand is fetched from the claim's own page when a card is opened.
document.addEventListener("toggle", async (e) => {
  const box = e.target;
  if (!box.open || !box.dataset?.why || box.dataset.shown) return;
  box.dataset.shown = "yes";
  const page = new DOMParser().parseFromString(await (await fetch(box.dataset.why)).text(), "text/html");
  const words = page.querySelector("[data-why-words]");
  if (words) box.replaceChildren(box.querySelector("summary"), words);
  align();
}, true);
document.querySelector("[data-print]")?.addEventListener("click", () => print());

// Cards stand beside their words where the window is wide enough, each as high as its mark unless the card before needs the room.
const cards = document.querySelector(".reading > .cards");
const narrow = matchMedia("(max-width: 60rem), print");
const align = () => {
  pin(null);
  const listed = [...cards.querySelectorAll(".card")];
  for (const card of listed) card.style.marginTop = "";
  if (narrow.matches) return;
  const tops = listed.map((card) => document.getElementById(`m-${card.dataset.refs}`)?.getBoundingClientRect().top ?? 0);
  const at = listed.map((card) => card.getBoundingClientRect().top);
  let moved = 0;
  listed.forEach((card, i) => {
    const down = Math.max(0, tops[i] - (at[i] + moved));
    if (down) card.style.marginTop = `${down}px`;
    moved += down;
  });
};
// Where cards need more room than the text, the one that is asked for is drawn up to its words, and the others with it.
function pin(card) {
  if (!cards) return;
  cards.style.transform = "";
  const mark = card && !narrow.matches && document.getElementById(`m-${card.dataset.refs}`);
  const up = mark ? Math.min(0, mark.getBoundingClientRect().top - card.getBoundingClientRect().top) : 0;
  cards.parentElement.classList.toggle("pinned", up < 0);
  if (up < 0) cards.style.transform = `translateY(${up}px)`;
}
const arrive = () => {
  const seg = location.hash.startsWith("#m-") ? document.getElementById(location.hash.slice(1)) : null;
  if (seg?.dataset.refs) pin(cardOf(seg));
};
if (text && cards) {
  align();
  arrive();
  addEventListener("hashchange", arrive);
  addEventListener("resize", align);
  addEventListener("beforeprint", () => { pin(null); for (const card of cards.querySelectorAll(".card")) card.style.marginTop = ""; });
  addEventListener("afterprint", align);
  cards.addEventListener("toggle", align, true);
  // By keyboard a card comes level with its words; a pointer must not have what it presses drawn away.
  cards.addEventListener("focusin", (e) => {
    const card = e.target.closest(".card");
    if (!card || !e.target.matches(":focus-visible")) return;
    pin(card);
    if (!seen(card)) card.scrollIntoView({ block: "nearest" });
  });
}

// A picture is as wide as the window it was drawn in: for paper it is made as small as the page, and as large as before afterwards.
const PAPER = 690;
addEventListener("beforeprint", () => {
  for (const box of document.querySelectorAll(".picture")) {
    const { clientWidth: width, clientHeight: height } = box, share = Math.min(1, PAPER / width);
    Object.assign(box.style, { width: `${width}px`, height: `${height}px`, zoom: `${share}` });
  }
});
addEventListener("afterprint", () => {
  for (const box of document.querySelectorAll(".picture")) Object.assign(box.style, { width: "", height: "", zoom: "" });
});
