import { parseXml } from '../../xml/parse';
import { readDocument } from './readDocument';
import type { SchemaDocument } from './schemaDocument';
import { xsdNamespace } from './schemaDocument';

export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

/** The attributes that XML itself defines (XML 1.0 §2.10 and §2.12, XML Base, xml:id), for sets that hold no xml.xsd. */
const text = `<xs:schema xmlns:xs="${xsdNamespace}" targetNamespace="${xmlNamespace}">
	<xs:attribute name="lang">
		<xs:simpleType>
			<xs:union memberTypes="xs:language">
				<xs:simpleType>
					<xs:restriction base="xs:string"><xs:enumeration value=""/></xs:restriction>
				</xs:simpleType>
			</xs:union>
		</xs:simpleType>
	</xs:attribute>
	<xs:attribute name="space">
		<xs:simpleType>
			<xs:restriction base="xs:NCName">
				<xs:enumeration value="default"/>
				<xs:enumeration value="preserve"/>
			</xs:restriction>
		</xs:simpleType>
	</xs:attribute>
	<xs:attribute name="base" type="xs:anyURI"/>
	<xs:attribute name="id" type="xs:ID"/>
	<xs:attributeGroup name="specialAttrs">
		<xs:attribute ref="xml:base"/>
		<xs:attribute ref="xml:lang"/>
		<xs:attribute ref="xml:space"/>
		<xs:attribute ref="xml:id"/>
	</xs:attributeGroup>
</xs:schema>
`;

/** The name under which they take part in a merge; no file of a folder is called so. */
export const xmlNamespaceDocumentName = '(xml)';

/** Our own declarations of the `xml` namespace. */
export function createXmlNamespaceDocument(): SchemaDocument {
	const { root } = parseXml(text);
	if (root === undefined) {
		throw new Error('The built-in declarations of the xml namespace are not well-formed.');
	}
	return readDocument(xmlNamespaceDocumentName, text, root);
}
