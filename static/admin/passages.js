// The passage picker: the text of a stored copy beside the form. What is selected in it, with the mouse or with Shift and
// the arrow keys, becomes a citation row. Places are counted in characters (code points) of the stored text.

const PARTS = ["start", "end", "prefix", "suffix"];
const host = document.querySelector("passage-picker");
const form = document.querySelector("form[data-edit-form]") || document.querySelector("main form[method=post]");
let picker, capture, source, picked, asked, loading, hits, opener;

const part = (name) => picker.querySelector(`[data-part="${name}"]`);
const address = (end) => host.dataset.url.replace(/picker\/$/, end);

async function get(url, options) {
  const answer = await fetch(url, { headers: { "X-Requested-With": "XMLHttpRequest" }, ...options });
  if (!answer.ok && answer.status !== 422) throw new Error(`${answer.status}`);
  return answer;
}

function say(words, wrong = false) {
  part("picked").textContent = words;
  part("picked").classList.toggle("is-wrong", wrong);
}

// The form

// Inline panels whose rows are citations: [prefix, label].
function panels() {
  return [...form.querySelectorAll("button[id$='-ADD']")]
    .map((button) => [button.id.slice(3, -4), button])
    .filter(([prefix]) => document.getElementById(`id_${prefix}-EMPTY_FORM_TEMPLATE`)?.innerHTML.includes(`name="${prefix}-__prefix__-anchor_start"`))
    .map(([prefix, button]) => [prefix, labelOf(prefix, button), button]);
}

function labelOf(prefix, button) {
  const section = button.closest("section.w-panel");
  const own = section?.querySelector(".w-panel__heading [data-panel-heading-text]")?.textContent.trim() || button.textContent.trim().replace(/^Add /, "");
  const row = prefix.match(/^(.+)-(\d+)-[^-]+$/);
  return row ? `${own} of ${row[1]} ${Number(row[2]) + 1}` : own;
}

const field = (row, name) => document.getElementById(`id_${row}-${name}`);

// Rows of the form that cite something: [prefix of the row, id of the source, anchor].
function rows() {
  return [...form.querySelectorAll("[name$='-anchor_start']")]
    .map((input) => input.name.slice(0, -"-anchor_start".length))
    .filter((row) => !row.includes("__prefix__") && field(row, "source")?.value && field(row, "DELETE")?.value !== "1")
    .map((row) => ({
      row,
      source: field(row, "source").value,
      label: field(row, "key")?.value || field(row, "says")?.value.slice(0, 80) || row,
      ...Object.fromEntries(PARTS.map((name) => [name, field(row, `anchor_${name}`)?.value || ""])),
    }));
}

function set(input, value) {
  if (!input || value === undefined || value === "") return;
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

function setSource(row, chosen) {
  const chooser = document.getElementById(`id_${row}-source-chooser`);
  set(field(row, "source"), String(chosen.id));
  if (!chooser) return;
  chooser.classList.remove("blank");
  chooser.querySelector("[data-chooser-title]").textContent = chosen.string;
  const edit = chooser.querySelector("[data-chooser-edit-link]");
  if (edit) {
    edit.href = chosen.edit_url;
    edit.hidden = !chosen.edit_url;
  }
}

function fill(row, cited, fresh) {
  for (const name of PARTS) {
    const input = field(row, `anchor_${name}`);
    if (input && !cited.anchor[name]) input.value = "";
    set(input, cited.anchor[name]);
  }
  set(field(row, "locator"), cited.locator);
  if (!fresh) return;
  setSource(row, cited.source);
  set(field(row, "quotation"), cited.quotation);
  set(field(row, "said_by"), cited.said_by);
  set(field(row, "said_on"), cited.said_on);
}

// A new row at the end of a panel; the panel's own script makes it.
function addRow(prefix) {
  const total = document.getElementById(`id_${prefix}-TOTAL_FORMS`);
  const row = `${prefix}-${total.value}`;
  document.getElementById(`id_${prefix}-ADD`).click();
  return row;
}

function showRow(row) {
  const target = document.getElementById(`inline_child_${row}`) || field(row, "says");
  const tab = target?.closest("[role=tabpanel]");
  if (tab?.hidden) document.querySelector(`[role=tab][href="#${tab.id}"]`)?.click();
  setTimeout(() => {
    target?.scrollIntoView({ block: "center" });
    field(row, "says")?.focus({ preventScroll: true });
  }, 150);
}

// The picker

async function open(from, { into, row } = {}) {
  opener = from;
  if (!picker) {
    const made = document.createElement("template");
    const cited = [...new Set(rows().map((one) => one.source))].join(",");
    made.innerHTML = await (await get(`${host.dataset.url}?cited=${cited}`)).text();
    picker = made.content.querySelector(".passages");
    // Outside the form, whose layers would cover it
    document.body.append(picker);
    listen();
  }
  picker.hidden = false;
  document.body.classList.add("has-passages");
  const choices = panels();
  const list = picker.querySelector("#passages-into");
  list.replaceChildren(...choices.map(([prefix, label]) => new Option(`as a new row of ${label}`, prefix)));
  list.disabled = !choices.length;
  if (into) list.value = into;
  if (row) {
    list.prepend(new Option(`in the place of this row's passage`, `=${row}`, true, true));
    await openFor(row);
  } else if (capture) await load({ at: Number(part("text").dataset.start || 0) });
  picker.focus();
}

function close() {
  picker.hidden = true;
  document.body.classList.remove("has-passages");
  opener?.focus();
}

// The copy of the source that a row cites, at its passage.
async function openFor(row) {
  const id = field(row, "source")?.value;
  if (!id) return say("Choose a source in this row first, or pick one here.", true);
  const list = document.createElement("template");
  list.innerHTML = await (await get(`${address("picker/sources/")}?cited=${id}`)).text();
  const button = list.content.querySelector(`button[data-source="${id}"]`);
  if (!button) {
    leave();
    picker.querySelector(".passages-foot").hidden = false;
    return say("No text of this source is stored, so there is nothing to look in.", true);
  }
  choose(button);
  const anchor = Object.fromEntries(PARTS.map((name) => [name, field(row, `anchor_${name}`)?.value || ""]));
  const { places, nearest } = await (await get(`${address(`${capture}/locate/`)}?${new URLSearchParams(anchor)}`)).json();
  const place = places[0] || (nearest.start !== undefined ? [nearest.start, nearest.end] : null);
  await load({ at: place ? place[0] : 0 });
  if (place) show(place[0]);
  if (places.length === 1) say("This is the passage of the row.");
  else if (!anchor.start) say("The row names no passage yet. Select one.");
  else if (place) {
    say(`${places.length ? `The words of the row stand in ${places.length} places` : "The words of the row are not found"}. The likeliest place is chosen; select another if it is wrong.`, true);
    await ask(...place);
  } else say("The words of the row are not found in this copy. Select the passage anew.", true);
}

function choose(button) {
  source = button.dataset.source;
  capture = button.dataset.capture;
  hits = null;
  part("title").textContent = button.querySelector("b").textContent;
  picker.querySelector("#passages-find").value = "";
  picker.querySelector(".passages-choose").hidden = true;
  picker.querySelector(".passages-read").hidden = false;
  picker.querySelector(".passages-foot").hidden = false;
  unpick();
}

function leave() {
  capture = source = null;
  picker.querySelector(".passages-choose").hidden = false;
  picker.querySelector(".passages-read").hidden = true;
  picker.querySelector(".passages-foot").hidden = true;
}

// The portion around a place; nothing if another was asked for in the meantime.
async function load({ at, end = false }) {
  const mine = (loading = {});
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const body = JSON.stringify({
    at,
    q: picker.querySelector("#passages-find").value,
    rows: rows().filter((one) => one.source === source),
    editing: location.pathname,
  });
  const headers = { "Content-Type": "application/json", "X-CSRFToken": token };
  const portion = await (await get(address(`${capture}/portion/`), { method: "POST", headers, body })).json();
  if (mine !== loading) return null;
  const text = part("text");
  text.innerHTML = portion.html;
  text.dataset.start = portion.start;
  part("uses").innerHTML = portion.uses;
  for (const [name, place] of [["before", portion.before], ["after", portion.after]]) {
    const button = picker.querySelector(`[data-do="${name}"]`);
    button.hidden = place === null;
    button.dataset.at = place;
  }
  picker.querySelector("[data-do=after]").textContent = `Further (${portion.percent}% shown)`;
  jumps(portion);
  part("pane").scrollTop = end ? part("pane").scrollHeight : 0;
  return portion;
}

function jumps({ pages, headings }) {
  const list = picker.querySelector("#passages-jump");
  const places = pages.length ? pages.map(([page, at]) => [`Page ${page}`, at]) : headings.map(([at, words]) => [words, at]);
  list.hidden = places.length < 2;
  list.replaceChildren(new Option(pages.length ? "Page …" : "Heading …", ""), ...places.map(([words, at]) => new Option(words, at)));
}

function blockAt(place) {
  const blocks = [...part("text").querySelectorAll("[data-start]")];
  return blocks.filter((block) => Number(block.dataset.start) <= place).pop() || blocks[0];
}

function show(place) {
  part("text").querySelectorAll(".is-here").forEach((mark) => mark.classList.remove("is-here"));
  const mark = part("text").querySelector(`mark[data-at="${place}"]`);
  mark?.classList.add("is-here");
  (mark || blockAt(place))?.scrollIntoView({ block: "center" });
}

async function goTo(place) {
  if (!part("text").querySelector(`mark[data-at="${place}"], [data-start="${place}"]`)) await load({ at: place });
  show(place);
}

// What is selected

function placeOf(node, offset) {
  const inside = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const block = inside.closest("[data-start]");
  if (block) {
    const before = document.createRange();
    before.selectNodeContents(block);
    before.setEnd(node, offset);
    return Number(block.dataset.start) + [...before.toString()].length;
  }
  // Between two paragraphs: the next one begins there.
  const next = [...part("text").querySelectorAll("[data-start]")].find((one) => node.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING || (node === part("text") && [...node.childNodes].indexOf(one) >= offset));
  return next ? Number(next.dataset.start) : null;
}

function unpick() {
  picked = null;
  picker.querySelector("[data-do=cite]").disabled = true;
  say("Select a passage in the text.");
}

let waiting;
function selected() {
  const selection = document.getSelection();
  if (!picker || picker.hidden || !selection.rangeCount || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const text = part("text");
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const start = placeOf(range.startContainer, range.startOffset);
    const end = placeOf(range.endContainer, range.endOffset);
    if (start !== null && end !== null && end > start) ask(start, end);
  }, 200);
}

async function ask(start, end) {
  const mine = (asked = {});
  const answer = await (await get(`${address(`${capture}/cite/`)}?start=${start}&end=${end}`)).json();
  if (mine !== asked) return;
  picked = answer.error ? null : answer;
  picker.querySelector("[data-do=cite]").disabled = !picked;
  say(answer.error || `“${answer.words}” · ${[answer.locator, answer.language].filter(Boolean).join(" · ")}`, Boolean(answer.error));
}

async function cite() {
  if (!picked) return;
  const into = picker.querySelector("#passages-into").value;
  if (!into) return say("This form has no place for a citation.", true);
  const fresh = !into.startsWith("=");
  const row = fresh ? addRow(into) : into.slice(1);
  const cited = picked;
  // The panel's script sets the row up in a moment of its own.
  await new Promise((done) => setTimeout(done, 50));
  fill(row, cited, fresh);
  await load({ at: cited.start });
  show(cited.start);
  unpick();
  say(fresh ? "It is a new row of the form. Say there what the passage says." : "The row points to this passage now.");
  if (matchMedia("(max-width: 75rem)").matches) close();
  showRow(row);
}

async function find() {
  const words = picker.querySelector("#passages-find").value.trim();
  if (!words) return;
  if (hits?.words !== words) {
    const { places } = await (await get(`${address(`${capture}/find/`)}?${new URLSearchParams({ q: words })}`)).json();
    hits = { words, places, n: -1 };
    await load({ at: places[0]?.[0] ?? Number(part("text").dataset.start) });
  }
  if (!hits.places.length) return say(`“${words}” does not stand in this copy.`, true);
  hits.n = (hits.n + 1) % hits.places.length;
  say(`Place ${hits.n + 1} of ${hits.places.length}.`);
  await goTo(hits.places[hits.n][0]);
}

function listen() {
  const text = part("text");
  // It can be walked through with the keys like a text field, and not written in.
  for (const name of ["beforeinput", "paste", "cut", "drop", "dragstart"]) text.addEventListener(name, (event) => event.preventDefault());
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    cite();
  });
  document.addEventListener("selectionchange", selected);
  picker.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  picker.addEventListener("submit", (event) => {
    event.preventDefault();
    find();
  });
  picker.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    const steps = {
      close,
      back: leave,
      cite,
      before: () => load({ at: Number(button.dataset.at), end: true }),
      after: () => load({ at: Number(button.dataset.at) }),
      wide: () => button.setAttribute("aria-pressed", picker.classList.toggle("is-wide")),
    };
    if (button.dataset.capture) {
      choose(button);
      load({ at: 0 }).then((shown) => shown && text.focus());
    } else if (button.dataset.do) steps[button.dataset.do]();
    else if (button.dataset.at) goTo(Number(button.dataset.at));
  });
  picker.querySelector("#passages-jump").addEventListener("change", (event) => {
    if (event.target.value) goTo(Number(event.target.value));
    event.target.value = "";
  });
  let pause;
  picker.querySelector("#passages-q").addEventListener("input", (event) => {
    clearTimeout(pause);
    pause = setTimeout(async () => {
      const cited = [...new Set(rows().map((one) => one.source))].join(",");
      part("sources").innerHTML = await (await get(`${address("picker/sources/")}?${new URLSearchParams({ q: event.target.value, cited })}`)).text();
    }, 250);
  });
}

// Buttons in the form

function button(words, classes, act) {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", className: classes, textContent: words });
  made.addEventListener("click", () => act(made).catch(() => window.alert("The stored copy could not be opened. Try again.")));
  return made;
}

function decorate() {
  for (const [prefix, , add] of panels()) {
    if (add.dataset.passages) continue;
    add.dataset.passages = "yes";
    add.after(button("Pick a passage", "button button-small button-secondary passages-open", (made) => open(made, { into: prefix })));
  }
  for (const input of form.querySelectorAll("[name$='-anchor_start']")) {
    if (input.dataset.passages || input.name.includes("__prefix__")) continue;
    input.dataset.passages = "yes";
    const row = input.name.slice(0, -"-anchor_start".length);
    input.after(button("Show in the stored copy", "passages-show", (made) => open(made, { row })));
  }
}

if (host && form) {
  decorate();
  let soon;
  new MutationObserver(() => {
    clearTimeout(soon);
    soon = setTimeout(decorate, 100);
  }).observe(form, { childList: true, subtree: true });
}
