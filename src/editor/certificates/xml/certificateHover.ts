import { Hover, languages, MarkdownString, type Disposable } from 'vscode';
import type { CommandId } from '../../commands';
import { toRange } from '../../toRange';
import type { CertificateServices } from '../certificateServices';
import type { DocumentCertificates } from './documentCertificates';
import { xmlFiles } from '../../documentChecks';

const inspect = 'lopendeZaken.inspectCertificate' satisfies CommandId;

/** Tells the main facts of a certificate in XML when the mouse rests on it. */
export function registerCertificateHover(
	certificates: DocumentCertificates,
	{ t, config }: CertificateServices,
): Disposable {
	return languages.registerHoverProvider(xmlFiles, {
		async provideHover(document, position) {
			const answer = await certificates.inDocument(document);
			const found = answer?.certificates.find(({ range }) => toRange(range).contains(position));
			if (found === undefined) {
				return undefined;
			}
			const { hoverText } = await import('../describe/describeInDocument');
			const words = { t, language: config.language(), moment: new Date() };
			const { sha256 } = found.inspected.entry.certificate;
			const target = encodeURIComponent(JSON.stringify({ file: document.uri.toString(), sha256 }));
			const text = new MarkdownString(
				`${hoverText(found, words)}\n\n[${t('Show everything about this certificate')}](command:${inspect}?${target})`,
			);
			text.isTrusted = { enabledCommands: [inspect] };
			return new Hover(text, toRange(found.range));
		},
	});
}
