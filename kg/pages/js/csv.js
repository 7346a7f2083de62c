// Comma separated values (RFC 4180) that a spreadsheet opens as text, never as a formula.

const FORMULA = /^'*[\s\u200b\ufeff]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const NUMBER = /^[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$/;

/** What is shown, as text for a file: ties with their claims, or marks alone where nothing is tied. */
function shownCsv() {
  const kind = Scene.shown.lineCount ? "ties" : "marks";
  const { heads, rows } = Table.content(kind);
  const ids = ({ number }) => {
    const claims = kind === "ties" ? Data.line("claims", number) : Data.mark("claims", number);
    const links = (claims || []).map((c) => Evidence.claim(c));
    return [links.map(({ source }) => source.address).filter(Boolean).join(" | "), links.map(({ id }) => id).join("|")];
  };
  const lines = [[...heads, "url", "claims"], ...rows.map((row) => [...row.cells, ...ids(row)])];
  return lines.map((cells) => cells.map(csvCell).join(",")).join("\r\n") + "\r\n";
}

function csvCell(text) {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
