/** Importing the style sheet gives nothing but the styles. */
export {};
