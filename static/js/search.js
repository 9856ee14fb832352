// Shows what may be meant while someone types into a search box. The links are those of the page /search/suggest/.
const WAIT = 150;

for (const box of document.querySelectorAll("input[data-suggest]")) {
  const list = document.createElement("div");
  list.className = "suggested";
  list.hidden = true;
  const said = document.createElement("p");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  box.form.append(list, said);
  let timer, last;

  const close = () => {
    list.hidden = true;
  };
  const ask = async () => {
    const words = box.value.trim();
    last = words;
    if (!words) return close();
    const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(words)}`).catch(() => null);
    if (!answer?.ok || last !== words) return;
    list.innerHTML = await answer.text();
    list.hidden = !list.querySelector("a") || !box.form.contains(document.activeElement);
    said.textContent = list.hidden ? "" : document.body.dataset.suggested.replace("0", list.querySelectorAll("li").length - 1);
  };
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  box.form.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      box.focus();
      close();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || list.hidden) return;
    event.preventDefault();
    const places = [box, ...list.querySelectorAll("a")];
    places[(places.indexOf(document.activeElement) + step + places.length) % places.length]?.focus();
  });
  box.form.addEventListener("focusout", (event) => {
    if (!box.form.contains(event.relatedTarget)) close();
  });
}
