/** Whether a text has the form of a Region's code, such as `eu-west-1`. */
export const isRegion = (text: string): boolean => /^[a-z]{2,}(-[a-z]+)+-\d$/.test(text);
