import assert from 'node:assert/strict';
import { createTranslate } from '../../../src/text';
import { tlsPart } from '../../../src/editor/ping/page/exchangeParts';
import { html } from '../../../src/editor/webView/html';

describe('The page about a Ping', () => {
	it('shows what others sent as text, in an attribute too', () => {
		const body = `<script>alert("a" + 'b') & more</script>`;
		assert.equal(html`<p title="${body}">${body}</p>`.html, `<p title="${escaped}">${escaped}</p>`);
	});

	it('takes pieces of its own as they are, and leaves out what is not there', () => {
		const items = ['a', '<b>'].map((item) => html`<i>${item}</i>`);
		assert.equal(html`<p>${items}${null}${2}</p>`.html, '<p><i>a</i><i>&#60;b&#62;</i>2</p>');
	});
});

const escaped = '&#60;script&#62;alert(&#34;a&#34; + &#39;b&#39;) &#38; more&#60;/script&#62;';

describe('What the page says of TLS', () => {
	const certificate = {
		subject: 'CN=Wij',
		issuer: 'CN=Uitgever',
		notAfter: '2027-01-01',
		sha256: '',
		oin: null,
	};
	const tls = {
		protocol: 'TLSv1.3',
		cipher: null,
		serverName: null,
		chain: [],
		acceptedAuthorities: null,
		clientCertificate: certificate,
		alert: null,
		trustedBy: null,
	};

	for (const [isRequested, expected] of [
		[true, 'Our certificate: CN=Wij'],
		[false, 'Our certificate (not sent): CN=Wij'],
		[null, 'Our certificate: CN=Wij'],
	] as const) {
		it(`is whether our certificate was sent: asked for is ${String(isRequested)}`, () => {
			const part = tlsPart(
				{ ...tls, clientCertificateRequested: isRequested },
				null,
				createTranslate(() => 'en'),
			);
			assert.ok(part?.html.includes(`<p>${expected}</p>`), part?.html);
		});
	}
});
