// Adding: files dropped on the form are chosen in it; while a job runs the page is asked for anew every second.
const form = document.querySelector("[data-drop]");
const input = form.querySelector("input[type=file]");
for (const name of ["dragenter", "dragover"]) {
  form.addEventListener(name, (e) => { e.preventDefault(); form.classList.add("over"); });
}
for (const name of ["dragleave", "drop"]) form.addEventListener(name, () => form.classList.remove("over"));
form.addEventListener("drop", (e) => { e.preventDefault(); input.files = e.dataTransfer.files; });
const jobs = document.querySelector("[data-jobs]");
const busy = () => jobs.querySelector("[data-state=waiting], [data-state=reading]");
const look = async () => {
  const page = new DOMParser().parseFromString(await (await fetch("/add")).text(), "text/html");
  jobs.replaceChildren(...page.querySelector("[data-jobs]").children);
  if (busy()) setTimeout(look, 1000);
};
if (busy()) setTimeout(look, 1000);
