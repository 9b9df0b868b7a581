import { svg, type TemplateResult } from 'lit';
import type { Severity } from '../../../finding';
import type { Tone } from './model';

/** Shapes differ as well as colours, so that who sees no colours can tell them apart. */
const shapes: Readonly<Record<Tone, TemplateResult>> = {
	good: svg`<circle cx="8" cy="8" r="7"/><path class="mark" d="M4.6 8.3l2.3 2.3 4.5-5"/>`,
	attention: svg`<path d="M8 1.2 15.2 14.4H.8z"/><path class="mark" d="M8 6v4M8 11.7v.9"/>`,
	bad: svg`<circle cx="8" cy="8" r="7"/><path class="mark" d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2"/>`,
	neutral: svg`<circle cx="8" cy="8" r="7"/><path class="mark" d="M8 7.4v4M8 4.4v.9"/>`,
};

/** The sign of a tone; hidden from screen readers, as there always are words beside it. */
export function toneIcon(tone: Tone): TemplateResult {
	return icon(shapes[tone], `tone ${tone}`);
}

export function severityIcon(severity: Severity): TemplateResult {
	switch (severity) {
		case 'error':
			return toneIcon('bad');
		case 'warning':
			return toneIcon('attention');
		case 'info':
			return icon(shapes.neutral, 'tone info');
	}
}

export function copyIcon(): TemplateResult {
	return icon(
		svg`<path d="M5.5 4.5v-3h8v9h-3M2.5 4.5h8v10h-8z" fill="none" stroke="currentColor"/>`,
		'copy-icon',
	);
}

export function lockIcon(): TemplateResult {
	return icon(
		svg`<path d="M3.5 7.5h9v7h-9zM5.5 7.5v-3a2.5 2.5 0 0 1 5 0v3" fill="none" stroke="currentColor"/>`,
		'lock-icon',
	);
}

function icon(content: TemplateResult, className: string): TemplateResult {
	return svg`<svg class="icon ${className}" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">${content}</svg>`;
}
