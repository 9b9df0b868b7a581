import { inspect, type InspectedCertificate, type InspectOptions } from '../../../certificates/inspect';
import { commonNameOf } from '../../../certificates/pkioverheid';
import type { ReadFile } from './containerFiles';
import type { SurveyedCertificate, SurveyedFile } from './protocol';

/** Tells what a list shows of a file. */
export function surveyFile(file: string, read: ReadFile, options: InspectOptions): SurveyedFile {
	if ('unreadable' in read || read.container.state === 'unreadable') {
		return { file, state: 'nothing' };
	}
	if (read.container.state === 'locked') {
		return { file, state: 'locked' };
	}
	const certificates = inspect([{ file, container: read.container }], options)[0]?.certificates ?? [];
	const judged = certificates.filter(({ verdict }) => verdict !== null);
	const shown = judged.length > 0 ? judged : certificates;
	return shown.length === 0
		? { file, state: 'nothing' }
		: { file, state: 'read', certificates: shown.map(surveyed) };
}

function surveyed({ entry, oin, verdict }: InspectedCertificate): SurveyedCertificate {
	const { sha256, subject, notBefore, notAfter } = entry.certificate;
	return {
		sha256,
		subject: commonNameOf(subject) ?? subject.text,
		oin: oin?.parsed.kind === 'oin' ? oin.value : null,
		alias: entry.alias,
		notBefore,
		notAfter,
		verdict,
	};
}
