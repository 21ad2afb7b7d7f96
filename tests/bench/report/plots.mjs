// @ts-check
// Two plots as SVG: the start of each page, and how the pages grow with the number of clauses.
import { PEERS } from "../peers/peers.mjs";
import { answered, short } from "./tables.mjs";

/** @import { Results, Use } from "./results.mjs" */

const OWN = "#b3261e";
/** The colours of the peers, in their order; all are legible on white. */
const COLOURS = [OWN, "#111111", "#1f6fb2", "#2f7d32", "#8a5a00", "#7a3e9d", "#5f6b76"];

/** @param {string} text */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** @param {number} x @param {number} y @param {string} text @param {string} [attributes] */
const label = (x, y, text, attributes = "") => `<text x="${x}" y="${y}" ${attributes}>${escaped(text)}</text>`;

/** @param {number} width @param {number} height @param {string} title @param {string[]} parts */
const picture = (width, height, title, parts) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12" role="img">
<title>${escaped(title)}</title><rect width="100%" height="100%" fill="#fff"/>
${parts.join("\n")}
</svg>
`;

/** For each network and page: a bar until a filter works, and a mark where the text is readable. @param {Results} results */
export function startPlot({ start }) {
  const [left, right, row, width] = [190, 60, 22, 760];
  const parts = [];
  let y = 24;
  for (const [network, pages] of Object.entries(start)) {
    parts.push(label(10, y, `${network} network: a filter works (bar), the text is readable (mark); milliseconds`, 'font-weight="bold"'));
    y += 10;
    const longest = Math.max(...Object.values(pages).map(({ works }) => works));
    const scale = (/** @type {number} */ time) => (time / longest) * (width - left - right);
    PEERS.forEach(({ id, name }, nth) => {
      const page = pages[id];
      if (!page) return;
      const [bar, mark] = [scale(page.works), left + scale(page.readable)];
      parts.push(
        label(left - 8, y + 15, name, 'text-anchor="end"'),
        `<rect x="${left}" y="${y + 4}" width="${bar.toFixed(1)}" height="${row - 8}" fill="${COLOURS[nth]}"/>`,
        `<path d="M${mark.toFixed(1)} ${y + 1}v${row - 2}" stroke="#fff" stroke-width="4"/><path d="M${mark.toFixed(1)} ${y + 1}v${row - 2}" stroke="#000" stroke-width="1.5"/>`,
        label(Number((left + bar + 6).toFixed(1)), y + 15, short(page.works)),
      );
      y += row;
    });
    y += 34;
  }
  return picture(width, y - 20, "Start of each page", parts);
}

/** Three panels with logarithmic axes: until a filter works, a letter, memory. @param {Results} results */
export function growthPlot({ sizes }) {
  /** @type {[string, (use: Use) => number | undefined][]} */
  const panels = [
    ["a filter works, ms", ({ works }) => works],
    ["a letter is painted, p95, ms", ({ letter }) => answered(letter, "painted", 0.95)],
    ["memory beside the DOM, MB", ({ memory }) => memory / 1e6],
  ];
  const [panelWidth, height, margin] = [330, 300, 44];
  const all = Object.keys(sizes);
  const parts = panels.flatMap(([title, figure], panel) => {
    const values = all.flatMap((size) => Object.values(sizes[size]).flatMap((use) => figure(use) ?? [])).filter((value) => value > 0);
    const [low, high] = [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))];
    const left = panel * panelWidth + margin;
    const [first, last] = [Math.log10(Number(all[0])), Math.log10(Number(all.at(-1)))];
    const x = (/** @type {string} */ size) => left + ((Math.log10(Number(size)) - first) / (last - first || 1)) * (panelWidth - margin - 20);
    const y = (/** @type {number} */ value) => height - 30 - ((Math.log10(value) - low) / (high - low || 1)) * (height - 70);
    const decades = Array.from({ length: high - low + 1 }, (_, nth) => 10 ** (low + nth));
    const axes = [
      label(left - 30, 20, title, 'font-weight="bold"'),
      ...all.map((size) => label(x(size), height - 10, size.replace(/000$/, "k"), 'text-anchor="middle"')),
      ...decades.map((value) => `<path d="M${left} ${y(value).toFixed(1)}H${left + panelWidth - margin - 20}" stroke="#ddd"/>${label(left - 4, y(value) + 4, `${value}`, 'text-anchor="end"')}`),
    ];
    const lines = PEERS.map(({ id }, nth) => {
      const points = all.flatMap((size) => {
        const value = sizes[size][id] && figure(sizes[size][id]);
        return value && value > 0 ? [`${x(size).toFixed(1)},${y(value).toFixed(1)}`] : [];
      });
      const ends = points.map((point) => `<circle cx="${point.split(",")[0]}" cy="${point.split(",")[1]}" r="3" fill="${COLOURS[nth]}"/>`);
      return `<polyline points="${points.join(" ")}" fill="none" stroke="${COLOURS[nth]}" stroke-width="${nth === 0 ? 3 : 1.5}"/>${ends.join("")}`;
    });
    return [...axes, ...lines];
  });
  const legend = PEERS.map(({ name }, nth) => {
    const [x, y] = [14 + (nth % 4) * 240, height + 14 + Math.floor(nth / 4) * 18];
    return `<rect x="${x}" y="${y - 9}" width="12" height="10" fill="${COLOURS[nth]}"/>${label(x + 18, y, name)}`;
  });
  return picture(panels.length * panelWidth, height + 44, "Growth with the number of clauses", [...parts, ...legend]);
}
