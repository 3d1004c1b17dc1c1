/** "an SCP", "a trust policy": abbreviations that are read by letter begin with a vowel's sound. */
export const withArticle = (title: string): string => `${/^(?:[aeio]|SCP|RCP)/i.test(title) ? "an" : "a"} ${title}`;

/** The same at the beginning of a sentence. */
export const withArticleFirst = (title: string): string => withArticle(title).replace(/^a/, "A");
