// The types of the element compile without any framework.
import "clause-explorer";
import "clause-explorer/clause-explorer.css";
import type { Annotation, Clause, Plan, View } from "clause-explorer";

const explorer = document.querySelector("clause-explorer")!;

explorer.addEventListener("ce-ready", ({ detail }) => detail.plan satisfies Plan);
explorer.addEventListener("ce-change", ({ detail }) => {
  detail.view satisfies View;
  detail.viewString satisfies string;
  detail.count satisfies number;
});
document.addEventListener("ce-select", ({ detail }) => detail.eid.toUpperCase());
document.querySelector("iframe")!.addEventListener("ce-error", ({ detail }) => detail.message.trim());
explorer.addEventListener("click", (event) => event.clientX);
explorer.addEventListener("of-somebody-else", (event) => event.type);

explorer.view = { filters: { sector: ["finance"] }, compare: "zh" };
explorer.view = "sector=finance";
explorer.view satisfies string;
explorer.theme = "dark";
explorer.annotations = [{ clause: "art_1__para_1", status: "kept" }] satisfies Annotation[];
// @ts-expect-error
explorer.theme = "pink";
// @ts-expect-error
explorer.annotations = [{ status: "kept" }];
// @ts-expect-error
explorer.plan = undefined;

const clauses: Clause[] = (await explorer.ready).clauses("q=论坛");
clauses.map((clause) => clause.text["zh"]?.length ?? 0);
const found: boolean = await explorer.goTo("art_1__para_1");
explorer.cite("art_1__para_1", found ? "bibtex" : "ris").trim();
// @ts-expect-error
explorer.cite("art_1__para_1", "by hand");
document.createElement("clause-explorer").counts()["sector"]?.["finance"]?.toFixed();
