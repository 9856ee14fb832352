// Takes a text handed over after "#text=" (the bookmarklet), and reads a dropped text file into the box. The form works without.
const form = document.querySelector(".check-form");
const box = form?.querySelector("textarea");

if (box && location.hash.startsWith("#text=")) {
  try {
    box.value = decodeURIComponent(location.hash.slice(6)).slice(0, Number(form.dataset.most));
  } catch {
    box.value = "";
  }
  history.replaceState(null, "", location.pathname);
  if (box.value.trim()) form.requestSubmit();
}

const input = form?.querySelector("input[type=file]");
if (input) {
  const over = (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    form.classList.toggle("is-over", event.type === "dragover");
  };
  form.addEventListener("dragover", over);
  form.addEventListener("dragleave", over);
  form.addEventListener("drop", (event) => {
    over(event);
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    form.requestSubmit();
  });
}
