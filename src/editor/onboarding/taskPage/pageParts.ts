import { servicecentrumLogius } from '../../../onboarding/catalogue/contact';
import { neededDocuments, type DocumentId } from '../../../onboarding/catalogue/documents';
import type { Remark } from '../../../onboarding/catalogue/task';
import { termsIn } from '../../../onboarding/catalogue/terms';
import { documentName } from '../../../onboarding/words';
import type { Translate } from '../../../text';
import { sourceInWords } from '../tree/tooltips';
import { escaped } from '../webPage';

/** Nothing when there is nothing to say. */
export function section(title: string, content: string): string {
	return content === '' ? '' : `<section><h2>${escaped(title)}</h2>${content}</section>`;
}

export function factList(rows: readonly (readonly [name: string, value: string])[]): string {
	return `<dl>${rows.map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>`;
}

/** Each with its place in the manual. */
export function remarks(list: readonly Remark[], tag: 'ol' | 'ul', t: Translate): string {
	const items = list.map(({ text, source }) => {
		const place = source === null ? '' : ` <span class="faint">(${escaped(sourceInWords(source))})</span>`;
		return `<li>${escaped(text(t))}${place}</li>`;
	});
	return items.length === 0 ? '' : `<${tag}>${items.join('')}</${tag}>`;
}

/** Each with its address of today, or how one gets it. */
export function documents(ids: readonly DocumentId[], t: Translate): string {
	const items = ids.map((id) => {
		const document = neededDocuments[id];
		const { address, obtain, formerly } = document;
		const name = escaped(documentName(document, t));
		const link =
			address === undefined ? `<strong>${name}</strong>` : `<a href="${escaped(address.url)}">${name}</a>`;
		const remarks = [
			document.about(t),
			...(obtain === undefined ? [] : [obtain(t)]),
			...(address?.asOf === 'manual' ? [t('The address is that of the manual of 2020.')] : []),
			...(formerly?.url === undefined ? [] : [t('formerly {0}', formerly.url)]),
		];
		return `<li>${link}<br><span class="faint">${escaped(remarks.join(' '))}</span></li>`;
	});
	return items.length === 0 ? '' : `<ul>${items.join('')}</ul>`;
}

/** The names of documents, and what they are for. */
export function documentTexts(ids: readonly DocumentId[], t: Translate): readonly string[] {
	return ids.flatMap((id) => [neededDocuments[id].name, neededDocuments[id].about(t)]);
}

/** What the abbreviations and terms of a page mean. */
export function termList(texts: readonly string[], t: Translate): string {
	const items = termsIn(texts.join('\n')).map(
		({ name, full, meaning }) =>
			`<dt>${escaped(name)}</dt><dd>${full === undefined ? '' : `<em>${escaped(full)}</em>. `}${escaped(meaning(t))}</dd>`,
	);
	return items.length === 0
		? ''
		: `<details><summary><h2>${escaped(t('Terms'))}</h2></summary><dl>${items.join('')}</dl></details>`;
}

/** Where to go with questions. */
export function contact(t: Translate): string {
	const { name, phone, phoneHours, email, website, post, about } = servicecentrumLogius;
	const links = [
		`<a href="tel:${escaped(phone.replaceAll(' ', ''))}">${escaped(phone)}</a> (${escaped(phoneHours(t))})`,
		`<a href="mailto:${escaped(email)}">${escaped(email)}</a>`,
		`<a href="${escaped(website)}">${escaped(website)}</a>`,
		escaped(post),
	].join(' · ');
	return `<footer><h2>${escaped(t('Questions?'))}</h2><p>${escaped(name)}: ${links}</p><p class="faint">${escaped(about(t))}</p></footer>`;
}
