import assert from 'node:assert/strict';
import { html } from '../../../src/editor/ping/html';

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
