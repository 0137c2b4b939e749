// Lights up words and records for each other: hovering or focusing one side marks the other.
// A span of the article names its records in data-records and its fields in data-keys.

const ON = "on";

/** Elements of the article that carry one of the keys. */
const wordsWith = (keys) =>
  keys.flatMap((key) => [...document.querySelectorAll(`.hl[data-keys~="${CSS.escape(key)}"]`)]);

/** Everything that belongs to what the pointer or the focus is on. */
function partners(element) {
  const field = element.closest(".field[data-keys]");
  if (field) return [field, ...wordsWith(field.dataset.keys.split(" ").filter(Boolean))];
  const record = element.closest(".record");
  if (record) {
    return [record, ...document.querySelectorAll(`.hl[data-records~="${record.dataset.record}"]`)];
  }
  const words = element.closest(".hl");
  if (!words) return [];
  const keys = words.dataset.keys.split(" ");
  const fields = keys.flatMap((key) => [
    ...document.querySelectorAll(`.field[data-keys~="${CSS.escape(key)}"]`),
  ]);
  const records = words.dataset.records.split(" ").map((n) => document.getElementById(`r${n}`));
  return [...wordsWith(keys), ...fields, ...records];
}

function light(event) {
  for (const lit of document.querySelectorAll(`.${ON}`)) lit.classList.remove(ON);
  document.body.classList.remove("lit");
  if (!(event.target instanceof Element)) return;
  const found = partners(event.target);
  for (const element of found) element?.classList.add(ON);
  document.body.classList.toggle("lit", found.length > 0);
}

for (const kind of ["pointerover", "focusin"]) document.addEventListener(kind, light);

// A click on words brings their first record into view; Escape puts all lights out.
document.addEventListener("click", (event) => {
  const words = event.target instanceof Element && event.target.closest(".hl");
  if (!words) return;
  const record = document.getElementById(`r${words.dataset.records.split(" ")[0]}`);
  record?.scrollIntoView({ block: "nearest" });
  record?.focus({ preventScroll: true });
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") light({ target: null });
});
