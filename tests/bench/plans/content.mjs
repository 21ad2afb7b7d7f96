// @ts-check
// A content folder with any number of clauses, shaped like the real plan: Chinese clauses of about 90 characters with a
// translation, twelve in a section, and four facets with evidence. The same number and seed give the same files.
import { Random } from "./random.mjs";
import { ACTIONS, AIMS, CONDITIONS, PARTIES, PLACES, SECTORS, TOPICS } from "./vocabulary.mjs";

/** @import { Pair, Value } from "./vocabulary.mjs" */

const CLAUSES_OF_SECTION = 12;
const LARGEST_NUMBER = 99; // of an article, a section or a clause, as the compiler reads them

/** The most clauses that a generated plan can have. */
export const MOST_CLAUSES = LARGEST_NUMBER ** 2 * CLAUSES_OF_SECTION;

const HAN_DIGITS = "〇一二三四五六七八九";

/** Returns a number from 1 to 99 in Chinese. @param {number} number */
function han(number) {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return (tens > 1 ? HAN_DIGITS[tens] : "") + (tens > 0 ? "十" : "") + (ones > 0 ? HAN_DIGITS[ones] : "");
}

/** Joins the Chinese parts, and the English parts, of a text. @param {Pair[]} parts @param {readonly [string, string]} separators @returns {Pair} */
function join(parts, [zh, en]) {
  return [parts.map((part) => part[0]).join(zh), parts.map((part) => part[1]).join(en)];
}

/** Returns a sentence about a subject. @param {Random} random @param {Pair} subject @returns {Pair} */
function sentence(random, subject) {
  const words = (/** @type {readonly Value[]} */ values) => random.pick(random.pick(values)[2]);
  const [verb, begin, form] = [words(ACTIONS), words(PARTIES), words(TOPICS)];
  const [place, aim] = [random.pick(PLACES), random.pick(AIMS)];
  const year = 2022 + random.below(9);
  const body = join([begin, verb], ["", " "]);
  const when = random.below(4) === 0 ? `于${year}年` : "";
  const then = when && ` in ${year}`;
  const zh = `${body[0]}${subject[0]}领域的${form[0]}，${when}同${place[0]}开展合作，${aim[0]}。`;
  const en = `${body[1]} ${form[1]} in the field of ${subject[1]}, and work${then} with ${place[1]} ${aim[1]}.`;
  return [zh, en[0].toUpperCase() + en.slice(1)];
}

/** Returns a clause of one to three sentences. @param {Random} random @param {readonly Pair[]} subjects @returns {Pair} */
function clause(random, subjects) {
  const sentences = Array.from({ length: 1 + random.below(3) }, () => sentence(random, random.pick(subjects)));
  const [zh, en] = join(sentences, ["", " "]);
  if (random.below(3) > 0) return [zh, en];
  const condition = random.pick(CONDITIONS);
  return [`${condition[0]}，${zh}`, `${condition[1][0].toUpperCase()}${condition[1].slice(1)}: ${en}`];
}

/** Returns the text of a plan in both languages, and the sector of each article. @param {number} clauses @param {number} seed */
function document(clauses, seed) {
  const random = new Random(seed);
  const sections = Math.ceil(clauses / CLAUSES_OF_SECTION);
  const sectionsOfArticle = Math.min(LARGEST_NUMBER, Math.ceil(Math.sqrt(sections)));
  const lines = [["# 重点领域合作计划", "# Plan for Cooperation in Key Areas"], ["2024-01-01", "2024-01-01"], ["双方制定本计划。", "The two sides have made this plan."]];
  /** @type {string[][]} */
  const articles = SECTORS.map(() => []);
  for (let section = 0, left = clauses; section < sections; section++) {
    const [article, nth] = [Math.floor(section / sectionsOfArticle) + 1, (section % sectionsOfArticle) + 1];
    const sector = (article - 1) % SECTORS.length;
    const [, [zh, en], subjects] = SECTORS[sector];
    if (nth === 1) {
      articles[sector].push(`art_${article}`);
      lines.push([`## 第${han(article)}条 ${zh}`, `## Article ${article}. ${en}`]);
    }
    const subject = random.pick(subjects);
    lines.push([`### ${han(nth)}、${subject[0]}`, `### ${nth}. ${subject[1][0].toUpperCase()}${subject[1].slice(1)}`]);
    for (let number = 1; number <= CLAUSES_OF_SECTION && left > 0; number++, left--) {
      const [zh, en] = clause(random, [subject, subject, ...subjects]);
      lines.push([`(${han(number)}) ${zh}`, `(${number}) ${en}`]);
    }
  }
  const text = (/** @type {0 | 1} */ language) => `${lines.map((line) => line[language]).join("\n\n")}\n`;
  return { zh: text(0), en: text(1), articles };
}

const toml = JSON.stringify; // the strings and lists of strings in these files are the same in TOML

/** @param {Pair} pair */
const localized = ([zh, en]) => `{ zh = ${toml(zh)}, en = ${toml(en)} }`;

/** @param {string} id @param {Pair} label @param {string} rule */
const value = (id, label, rule) => `\n[[value]]\nid = ${toml(id)}\nlabel = ${localized(label)}\n${rule}\n`;

/** Keeps the phrases that a text contains: the compiler refuses others. @param {string} text @param {readonly Pair[]} pairs */
const inText = (text, pairs) => pairs.map(([zh]) => zh).filter((phrase) => text.includes(phrase));

/**
 * Returns the files of a plan by their paths.
 *
 * @param {{ clauses: number, seed?: number, interfaces: Record<string, string> }} options - `interfaces`: the words of the widget, by language
 * @returns {Map<string, string>}
 */
export function contentFiles({ clauses, seed = 1, interfaces }) {
  if (clauses < 1 || clauses > MOST_CLAUSES) throw new RangeError(`expected 1 to ${MOST_CLAUSES} clauses, found ${clauses}`);
  const { zh, en, articles } = document(clauses, seed);
  const sectors = SECTORS.map(([id, label], nth) => articles[nth].length > 0 && value(id, label, `divisions = ${toml(articles[nth])}`));
  const byPhrases = (/** @type {readonly Value[]} */ values) => values.flatMap(([id, label, words]) => {
    const phrases = inText(zh, words);
    return phrases.length > 0 ? [value(id, label, `description = ${localized(label)}\nphrases = ${toml(phrases)}`)] : [];
  });
  const facets = {
    sector: [`label = ${localized(["领域", "Sector"])}\n`, ...sectors.filter(Boolean)],
    action: [`label = ${localized(["承诺类型", "Kind of promise"])}\n`, ...byPhrases(ACTIONS)],
    party: [`label = ${localized(["主体", "Who"])}\n`, ...byPhrases(PARTIES)],
    topic: [`label = ${localized(["主题", "Topic"])}\n`, ...byPhrases(TOPICS)],
  };
  const phrases = [...ACTIONS, ...PARTIES, ...TOPICS].flatMap(([, , words]) => words);
  const known = new Set(inText(zh, phrases));
  const glosses = phrases.filter(([phrase]) => known.has(phrase)).map(([phrase, en]) => `${toml(phrase)} = { en = ${toml(en)} }\n`);
  const terms = SECTORS.flatMap(([, , subjects]) => subjects).filter(([term]) => zh.includes(term));
  return new Map([
    ["plan.toml", manifest(clauses, seed, Object.keys(facets))],
    ["plan.zh.md", zh],
    ["plan.en.md", en],
    ["glossary.toml", terms.map(([term, en]) => `${toml(term)} = { en = [${toml(en)}] }\n`).join("")],
    ["glosses.toml", glosses.join("")],
    ...Object.entries(facets).map(([id, parts]) => /** @type {const} */ ([`facets/${id}.toml`, parts.join("")])),
    ...Object.entries(interfaces).map(([language, text]) => /** @type {const} */ ([`interface/${language}.toml`, text])),
  ]);
}

/** @param {number} clauses @param {number} seed @param {string[]} facets */
function manifest(clauses, seed, facets) {
  return `id = "generated-${clauses}-${seed}"
facets = ${toml(facets)}
overview = ["sector", "action"]

[[language]]
tag = "zh"
html = "zh-Hans"
name = "中文"
status = "authoritative"
text = "plan.zh.md"
numbering = ["第一条", "一、", "一、", "(一)"]

[[language]]
tag = "en"
html = "en"
name = "English"
status = "unofficial"
text = "plan.en.md"
numbering = ["Article 1.", "1.", "(1)", "(1)"]
months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
million = ["million"]

[source]
publisher = "example.org"
url = "https://example.org/plan"
`;
}
