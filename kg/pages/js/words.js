// The words around the picture, and texts of the picture, in the reader's language.

const LANGUAGES = ["en", "nl", "fr", "de", "es"];
const LANGUAGE_NAMES = ["English", "Nederlands", "Français", "Deutsch", "Español"];

const Words = {
  table: {},
  place: 0,

  get lang() {
    return LANGUAGES[Words.place];
  },

  use(lang) {
    Words.place = Math.max(0, LANGUAGES.indexOf(lang));
    document.documentElement.lang = Words.lang;
  },

  /** A text that is the same in all languages, or one of five. */
  pick(text) {
    return Array.isArray(text) ? text[Words.place] : text;
  },

  /** The word of a key with values in its places; a pair is for one and for several. */
  say(key, values = {}) {
    const word = Words.table[key][Words.place];
    const text = Array.isArray(word) ? word[values.n === 1 ? 0 : 1] : word;
    return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? written(values[name]) : whole));
  },
};

const numberFormats = {};

/** A number as the language writes it; text as it is. */
function written(value) {
  if (typeof value !== "number") return value;
  numberFormats[Words.lang] ??= new Intl.NumberFormat(Words.lang);
  return numberFormats[Words.lang].format(value);
}

function t(key, values) {
  return Words.say(key, values);
}
