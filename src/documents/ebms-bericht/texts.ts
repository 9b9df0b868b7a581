export const ebmsTexts = {};
