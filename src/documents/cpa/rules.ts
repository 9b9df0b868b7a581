import type { Rule } from '../kind';

export const cpaRules: readonly Rule[] = [];
