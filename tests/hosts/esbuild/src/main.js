import "clause-explorer";

const explorer = document.querySelector("clause-explorer");
const heard = document.querySelector("#heard");
explorer.addEventListener("ce-change", ({ detail }) => (heard.textContent = `${detail.count} ${detail.viewString}`));
document.querySelector("#set").addEventListener("click", () => explorer.setAttribute("view", "sector=tourism"));
