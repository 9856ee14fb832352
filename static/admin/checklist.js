// The checklist beside a form: leads to the field that a reason is about, and follows what autosave has stored.

function fieldOf(name) {
  const [relation, row] = name.split("-");
  return (
    document.getElementById(row === undefined ? `id_${relation}-ADD` : `inline_child_${relation}-${row}`) ||
    document.querySelector(`[data-contentpath="${relation}"]`) ||
    document.getElementById(`id_${relation}`)
  );
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-checklist] a[data-field]");
  const target = link && fieldOf(link.dataset.field);
  if (!target) return;
  event.preventDefault();
  const tab = target.closest("[role=tabpanel]");
  if (tab) document.querySelector(`[role=tab][href="#${tab.id}"]`)?.click();
  const focusable = target.matches("button, input, select, textarea")
    ? target
    : target.querySelector("input:not([type=hidden]), select, textarea, [contenteditable=true], button");
  // The tab's panel is shown in a frame of its own.
  setTimeout(() => {
    target.scrollIntoView({ block: "center" });
    focusable?.focus({ preventScroll: true });
  }, 100);
});

async function refresh() {
  for (const box of document.querySelectorAll("[data-checklist]")) {
    const answer = await fetch(box.dataset.checklist, { headers: { "X-Requested-With": "XMLHttpRequest" } });
    if (!answer.ok) return;
    const open = box.open;
    const made = document.createElement("template");
    made.innerHTML = await answer.text();
    const fresh = made.content.querySelector("[data-checklist]");
    if (fresh) {
      fresh.open = open;
      box.replaceWith(fresh);
    }
  }
}

document.addEventListener("w-autosave:success", refresh);
