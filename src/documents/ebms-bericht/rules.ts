import type { Rule } from '../kind';

export const ebmsRules: readonly Rule[] = [];
