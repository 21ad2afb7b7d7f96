// @ts-check
// The widget's style sheet. The build replaces this whole module by a generated one that has the text of styles/.

/** The style sheet's text. */
export const styles = "";
