import assert from 'node:assert/strict';
import type { Files } from './temporaryFolder';
import { xsd } from './temporaryFolder';
import { merge, outline, verdictOf } from './verdict';

const a = { namespace: 'urn:a', localName: 'root' };
const inA = 'targetNamespace="urn:a" xmlns:a="urn:a" elementFormDefault="qualified"';

const person =
	'<xs:complexType name="T"><xs:sequence><xs:element name="x" type="xs:int"/></xs:sequence></xs:complexType>';

function text(name: string, base: string, length: number): string {
	return `<xs:simpleType name="${name}"><xs:restriction base="${base}"><xs:maxLength value="${length}"/></xs:restriction></xs:simpleType>`;
}

function extension(element: string): string {
	return `<xs:complexType name="T"><xs:complexContent><xs:extension base="a:T"><xs:sequence><xs:element name="${element}" type="xs:int"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`;
}

function redefine(location: string, ...components: readonly string[]): string {
	return `<xs:redefine schemaLocation="${location}">${components.join('\n')}</xs:redefine>`;
}

const root = '<xs:element name="root" type="a:T"/>';

const cases: readonly { what: string; files: Files; valid: readonly string[]; invalid: readonly string[] }[] =
	[
		{
			what: 'an extended complex type, also for who uses it in the redefined file',
			files: {
				'a.xsd': xsd(inA, `${redefine('b.xsd', extension('y'))}${root}`),
				'b.xsd': xsd(inA, `${person}<xs:element name="other" type="a:T"/>`),
			},
			valid: ['<root xmlns="urn:a"><x>1</x><y>2</y></root>', '<other xmlns="urn:a"><x>1</x><y>2</y></other>'],
			invalid: ['<root xmlns="urn:a"><x>1</x></root>', '<other xmlns="urn:a"><x>1</x></other>'],
		},
		{
			what: 'a restricted simple type',
			files: {
				'a.xsd': xsd(inA, `${redefine('b.xsd', text('S', 'a:S', 2))}<xs:element name="root" type="a:S"/>`),
				'b.xsd': xsd(inA, text('S', 'xs:string', 4)),
			},
			valid: ['<root xmlns="urn:a">22</root>'],
			invalid: ['<root xmlns="urn:a">333</root>'],
		},
		{
			what: 'a type that is redefined twice, one on top of the other',
			files: {
				'a.xsd': xsd(inA, `${redefine('b.xsd', extension('z'))}${root}`),
				'b.xsd': xsd(inA, redefine('c.xsd', extension('y'))),
				'c.xsd': xsd(inA, person),
			},
			valid: ['<root xmlns="urn:a"><x>1</x><y>2</y><z>3</z></root>'],
			invalid: ['<root xmlns="urn:a"><x>1</x><y>2</y></root>'],
		},
		{
			what: 'a type whose file is also included by another path',
			files: {
				'a.xsd': xsd(
					inA,
					`<xs:include schemaLocation="sub/c.xsd"/>${redefine('b.xsd', extension('y'))}${root}`,
				),
				'sub/c.xsd': xsd(inA, '<xs:include schemaLocation="../sub/../b.xsd"/>'),
				'b.xsd': xsd(inA, person),
			},
			valid: ['<root xmlns="urn:a"><x>1</x><y>2</y></root>'],
			invalid: ['<root xmlns="urn:a"><x>1</x></root>'],
		},
		{
			what: 'a type that contains itself: the inner one is the new one',
			files: {
				'a.xsd': xsd(inA, `${redefine('b.xsd', extension('y'))}${root}`),
				'b.xsd': xsd(
					inA,
					'<xs:complexType name="T"><xs:sequence><xs:element name="t" type="a:T" minOccurs="0"/></xs:sequence></xs:complexType>',
				),
			},
			valid: ['<root xmlns="urn:a"><t><y>1</y></t><y>2</y></root>'],
			invalid: ['<root xmlns="urn:a"><t/><y>2</y></root>'],
		},
		{
			what: 'a group that is extended by a reference to itself',
			files: {
				'a.xsd': xsd(
					inA,
					`${redefine('b.xsd', '<xs:group name="G"><xs:sequence><xs:group ref="a:G"/><xs:element name="y" type="xs:int"/></xs:sequence></xs:group>')}${root}`,
				),
				'b.xsd': xsd(
					inA,
					'<xs:group name="G"><xs:sequence><xs:element name="x" type="xs:int"/></xs:sequence></xs:group><xs:complexType name="T"><xs:group ref="a:G"/></xs:complexType>',
				),
			},
			valid: ['<root xmlns="urn:a"><x>1</x><y>2</y></root>'],
			invalid: ['<root xmlns="urn:a"><x>1</x></root>'],
		},
		{
			what: 'a group that is replaced by a narrower one',
			files: {
				'a.xsd': xsd(
					inA,
					`${redefine('b.xsd', '<xs:group name="G"><xs:sequence><xs:element name="x" type="xs:int"/></xs:sequence></xs:group>')}${root}`,
				),
				'b.xsd': xsd(
					inA,
					'<xs:group name="G"><xs:sequence><xs:element name="x" type="xs:int" minOccurs="0"/></xs:sequence></xs:group><xs:complexType name="T"><xs:group ref="a:G"/></xs:complexType>',
				),
			},
			valid: ['<root xmlns="urn:a"><x>1</x></root>'],
			invalid: ['<root xmlns="urn:a"/>'],
		},
		{
			what: 'an attribute group of a file without a namespace',
			files: {
				'a.xsd': xsd(
					inA,
					`${redefine('b.xsd', '<xs:attributeGroup name="G"><xs:attributeGroup ref="a:G"/><xs:attribute name="y" use="required"/></xs:attributeGroup>')}${root}`,
				),
				'b.xsd': xsd(
					'',
					'<xs:attributeGroup name="G"><xs:attribute name="x" use="required"/></xs:attributeGroup><xs:complexType name="T"><xs:attributeGroup ref="G"/></xs:complexType>',
				),
			},
			valid: ['<root xmlns="urn:a" x="1" y="2"/>'],
			invalid: ['<root xmlns="urn:a" x="1"/>', '<root xmlns="urn:a" y="1"/>'],
		},
	];

describe('redefining', () => {
	for (const { what, files, valid, invalid } of cases) {
		it(`takes in ${what}`, async () => {
			const merged = await merge(files, a);
			assert.deepEqual(outline(merged.problems), []);
			for (const document of valid) {
				assert.equal(await verdictOf(document, merged.set), 'valid', document);
			}
			for (const document of invalid) {
				assert.match(await verdictOf(document, merged.set), /^checked: /, document);
			}
		});
	}

	it('the same thing twice in the same way is no problem', async () => {
		const merged = await merge(
			{
				'a.xsd': xsd(inA, `<xs:include schemaLocation="c.xsd"/>${redefine('b.xsd', extension('y'))}${root}`),
				'c.xsd': xsd(inA, redefine('b.xsd', extension('y'))),
				'b.xsd': xsd(inA, person),
			},
			a,
		);
		assert.deepEqual(outline(merged.problems), []);
		assert.equal(await verdictOf('<root xmlns="urn:a"><x>1</x><y>2</y></root>', merged.set), 'valid');
	});

	it('the same thing twice in different ways gives two versions, of which the first reached is used', async () => {
		const merged = await merge(
			{
				'a.xsd': xsd(
					inA,
					`<xs:include schemaLocation="c.xsd"/>\n${redefine('b.xsd', extension('z'))}${root}`,
				),
				'c.xsd': xsd(inA, redefine('b.xsd', extension('y'))),
				'b.xsd': xsd(inA, person),
			},
			a,
		);
		assert.deepEqual(outline(merged.problems), ['a.xsd:2 warning schema-set.two-versions']);
		assert.equal(await verdictOf('<root xmlns="urn:a"><x>1</x><y>2</y></root>', merged.set), 'valid');
	});

	it('what the redefined file does not hold is named', async () => {
		const merged = await merge(
			{ 'a.xsd': xsd(inA, `${redefine('b.xsd', extension('y'))}${root}`), 'b.xsd': xsd(inA, '') },
			a,
		);
		assert.deepEqual(outline(merged.problems), ['a.xsd:1 error schema-set.component-undefined']);
	});

	it('a file that is not there is named, with all that it should redefine', async () => {
		const merged = await merge(
			{
				'a.xsd': xsd(
					inA,
					`${redefine('gone.xsd', extension('y'))}<xs:element name="root" type="xs:string"/>`,
				),
			},
			a,
		);
		assert.deepEqual(outline(merged.problems), ['a.xsd:1 error schema-set.missing-file']);
		assert.deepEqual(merged.problems[0]?.finding.data, { location: 'gone.xsd', names: ['T'], count: 1 });
	});
});
