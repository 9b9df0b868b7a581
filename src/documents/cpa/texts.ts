export const cpaTexts = {};
