import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Finding } from '../finding';
import { explain } from '../validation/explain';
import { readSource } from '../validation/read';
import { checkFinding } from '../validation/texts';
import { parseXml } from '../xml/parse';
import type { XmlDocument } from '../xml/tree';
import type { CommandContext } from './command';
import { reasonOf } from './inputs';

/** A file that was read as XML, well-formed or not. */
export interface XmlSource {
	readonly bytes: Uint8Array;
	readonly document: XmlDocument;
}

/** Why a command cannot do its work; `file`: the file that is at fault, as the user named it, `null` when it is the command itself. */
export interface Complaint {
	readonly file: string | null;
	readonly complaint: string;
}

export function isComplaint(result: object | undefined): result is Complaint {
	return result !== undefined && 'complaint' in result;
}

export function readXml(file: string, { surroundings, t }: CommandContext): XmlSource | Complaint {
	const bytes = readBytes(resolve(surroundings.workingFolder, file));
	if ('code' in bytes) {
		return { file, complaint: explain(bytes, t).problem };
	}
	const read = readSource({ bytes });
	return read.status === 'not-read'
		? { file, complaint: explain(read.finding, t).problem }
		: { bytes, document: parseXml(read.text) };
}

function readBytes(path: string): Uint8Array | Finding {
	try {
		return readFileSync(path);
	} catch (error) {
		return checkFinding('check.unreadable', { start: 0, end: 0 }, { reason: reasonOf(error) });
	}
}
