// Helps to read a long page: shows where one is, and opens references and words of the glossary in place.
// Every link it touches leads to the same thing without it.
const say = document.body.dataset; // words, in the language of the page
const DAY = 86_400_000;
const OPENS_AFTER = 200;
const CLOSES_AFTER = 300;

// Where one is

const sections = [...document.querySelectorAll('nav.contents a[href^="#"]')]
  .map((link) => ({ link, heading: document.getElementById(link.hash.slice(1)) }))
  .filter(({ heading }) => heading);
let marked, asked;
const mark = () => {
  asked = 0;
  const passed = sections.filter(({ heading }) => heading.getBoundingClientRect().top <= innerHeight / 3);
  const now = passed.at(-1)?.link;
  if (now === marked) return;
  marked?.removeAttribute("aria-current");
  marked = now;
  if (!now) return;
  now.setAttribute("aria-current", "true");
  // The list may be one line that is wider than the page.
  const list = now.closest("ul");
  list.scrollLeft += now.getBoundingClientRect().left - list.getBoundingClientRect().left - 16;
};
if (sections.length) {
  addEventListener("scroll", () => (asked ||= requestAnimationFrame(mark)), { passive: true });
  mark();
}

// What is late: pages do not know what day it is, readers do.

for (const time of document.querySelectorAll("time.due")) {
  if (Date.parse(time.dateTime) + DAY > Date.now()) continue;
  time.after(" ", make("span", { className: "warn", textContent: say.overdue }));
}

// Notes

function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

const plain = (event) => !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
const langOf = (link) => link.closest("[lang]").lang; // what it opens is in the language of its text
const rowOf = (ref) => document.getElementById(ref.hash.slice(1));

// The row of a reference that was followed leads back to it. A step back where that was the last step, so that
// history does not fill with steps to and fro.
function leadBack(ref) {
  const row = rowOf(ref);
  if (!row) return;
  ref.id ||= `from-${[...document.querySelectorAll("a.ref")].indexOf(ref)}`;
  const back = make("a", { href: `#${ref.id}`, textContent: say.back });
  back.addEventListener("click", (event) => {
    if (!plain(event)) return;
    event.preventDefault();
    if (history.state?.from !== ref.id) return ref.focus();
    addEventListener("popstate", () => ref.focus(), { once: true });
    history.back();
  });
  row.querySelector(".back")?.remove();
  row.lastElementChild.append(make("p", { className: "back" }, back));
  if (location.hash !== ref.hash) {
    addEventListener("hashchange", () => history.replaceState({ from: ref.id }, ""), { once: true });
  }
}

const note = make("div", { id: "opened", className: "opened", tabIndex: -1 });
const opens = "popover" in note;
let opener, pressed, timer;
const isOpen = () => opens && note.matches(":popover-open");
const isTerm = () => opener?.classList.contains("term");

function open(from, ...content) {
  clearTimeout(timer);
  if (isOpen()) note.hidePopover();
  note.replaceChildren(...content);
  opener = from;
  note.showPopover();
  note.scrollTop = 0;
  const at = from.getClientRects()[0];
  const { width, height } = note.getBoundingClientRect();
  if (getComputedStyle(note).position === "fixed") {
    // On small screens it stands at the foot of the screen; what was opened stays in sight above it.
    scrollBy(0, Math.max(0, at.bottom + height + 16 - innerHeight));
    return;
  }
  const below = at.bottom + height + 8 <= innerHeight || at.top < height + 8;
  const left = Math.max(8, Math.min(at.left - 16, document.documentElement.clientWidth - width - 8));
  note.style.left = `${left + scrollX}px`;
  note.style.top = `${(below ? at.bottom + 8 : at.top - height - 8) + scrollY}px`;
}

function openReference(ref) {
  const row = rowOf(ref);
  const name = ref.getAttribute("aria-label");
  const said = row.lastElementChild.cloneNode(true);
  said.querySelector(".back")?.remove();
  const close = make("button", { type: "button", className: "close", ariaLabel: say.close, textContent: "×" });
  close.addEventListener("click", () => note.hidePopover());
  const there = make("a", { href: ref.hash, textContent: say.among });
  there.addEventListener("click", (event) => {
    if (!plain(event)) return;
    opener = null; // the reader goes there, not back to the reference
    note.hidePopover();
    leadBack(ref);
  });
  note.setAttribute("role", "dialog");
  note.setAttribute("aria-label", name);
  open(ref, make("p", { className: "opened-head" }, make("b", { textContent: name, lang: langOf(ref) }), close), said, make("p", { className: "quiet" }, there));
  ref.setAttribute("aria-expanded", "true");
  note.focus({ preventScroll: true });
}

function openTerm(term) {
  if (isOpen() && opener === term) return;
  note.removeAttribute("role");
  note.removeAttribute("aria-label");
  const more = make("a", { href: term.href, textContent: say.glossary });
  open(term, make("p", { textContent: term.dataset.meaning, lang: langOf(term) }), make("p", { className: "quiet" }, more));
  term.setAttribute("aria-describedby", note.id);
}

const refs = [...document.querySelectorAll('a.ref[href^="#evidence-"]')].filter(rowOf);
const terms = [...document.querySelectorAll("a.term[data-meaning]")];

if (opens && (refs.length || terms.length)) {
  note.popover = "auto"; // Escape and a click elsewhere close it
  document.body.append(note);
  for (const ref of refs) ref.setAttribute("aria-haspopup", "dialog");

  note.addEventListener("beforetoggle", (event) => {
    if (event.newState === "open" || !opener) return;
    const from = opener;
    const returns = !isTerm();
    from.removeAttribute("aria-expanded");
    from.removeAttribute("aria-describedby");
    setTimeout(() => {
      const lost = [document.body, document.querySelector("main"), note, null].includes(document.activeElement);
      if (returns && lost && opener === from && !isOpen()) from.focus({ preventScroll: true });
    });
  });
  // It stands last on the page, and is read where it was opened.
  note.addEventListener("keydown", (event) => {
    if (event.key !== "Tab") return;
    const inside = [note, ...note.querySelectorAll("a[href], button")];
    const at = inside.indexOf(document.activeElement);
    if (event.shiftKey ? at > 1 : at < inside.length - 1) return;
    if (event.shiftKey) event.preventDefault();
    opener.focus({ preventScroll: true }); // from where Tab goes on
    note.hidePopover();
  });
  // A press outside closes it before the click: pressed tells which one was open.
  document.addEventListener("pointerdown", () => (pressed = isOpen() ? opener : null), true);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || !plain(event)) return;
    const again = pressed === link;
    pressed = null;
    if (refs.includes(link)) {
      event.preventDefault();
      if (!again) openReference(link);
    } else if (terms.includes(link) && ["touch", "pen"].includes(event.pointerType) && !again) {
      event.preventDefault();
      openTerm(link);
    }
  });
  document.addEventListener("focusin", ({ target }) => {
    if (terms.includes(target) && target.matches(":focus-visible")) openTerm(target);
  });
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    if (target === opener && isTerm() && isOpen() && !note.contains(relatedTarget)) note.hidePopover();
  });
  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType !== "mouse" || (isOpen() && !isTerm())) return;
    clearTimeout(timer);
    const term = target.closest("a.term[data-meaning]");
    if (term && !(isOpen() && term === opener)) timer = setTimeout(openTerm, OPENS_AFTER, term);
    else if (!term && isOpen() && !note.contains(target) && document.activeElement !== opener) {
      timer = setTimeout(() => note.hidePopover(), CLOSES_AFTER);
    }
  });
} else {
  for (const ref of refs) ref.addEventListener("click", (event) => plain(event) && leadBack(ref));
}
