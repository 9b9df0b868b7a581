import { Range } from 'vscode';
import type { Range as PlainRange } from '../validation/report';

/** A range of the core as VS Code wants it. */
export function toRange({ start, end }: PlainRange): Range {
	return new Range(start.line, start.character, end.line, end.character);
}
