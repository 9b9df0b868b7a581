import type { Format } from './format';

/** The formats; they are loaded when the findings are there, as what puts these into words is large. */
export const formats = {
	text: async () => (await import('./plainFormats')).formatText,
	json: async () => (await import('./plainFormats')).formatJson,
	sarif: async () => (await import('./sarif')).formatSarif,
	junit: async () => (await import('./plainFormats')).formatJunit,
} satisfies Record<string, () => Promise<Format>>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly FormatName[];
