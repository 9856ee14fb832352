// Marks the neighbourhood of what is pointed at or focused. The map is complete without it.
for (const map of document.querySelectorAll("[data-map]")) {
  const boxes = [...map.querySelectorAll("[data-actor]")];
  const ties = [...map.querySelectorAll("[data-from]")];

  const pick = (event) => {
    const found = event.target.closest("[data-actor], [data-from]");
    if (!found) return clear();
    const { actor, from, to } = found.dataset;
    const key = found.getAttribute("href");
    const near = new Set(actor ? [actor] : [from, to]);
    for (const tie of ties) {
      const ends = [tie.dataset.from, tie.dataset.to];
      const on = actor ? ends.includes(actor) : tie.getAttribute("href") === key;
      if (on) ends.forEach((end) => near.add(end));
      tie.classList.toggle("is-off", !on);
    }
    for (const box of boxes) box.classList.toggle("is-off", !near.has(box.dataset.actor));
    map.classList.add("is-picking");
  };
  const clear = () => map.classList.remove("is-picking");

  map.addEventListener("pointerover", pick);
  map.addEventListener("pointerleave", clear);
  map.addEventListener("focusin", pick);
  map.addEventListener("focusout", clear);
}
