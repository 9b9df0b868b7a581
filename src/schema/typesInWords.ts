import type { Translate } from '../text';

/** What a value of a built-in type looks like, for the types that occur in messages. */
const words: Readonly<Record<string, (t: Translate) => string>> = {
	'xs:boolean': (t) => t('`true` or `false`'),
	'xs:date': (t) => t('a date in the form yyyy-mm-dd'),
	'xs:dateTime': (t) => t('a date and time in the form yyyy-mm-ddThh:mm:ss'),
	'xs:time': (t) => t('a time in the form hh:mm:ss'),
	'xs:gYear': (t) => t('a year of four digits'),
	'xs:gYearMonth': (t) => t('a year and month in the form yyyy-mm'),
	'xs:duration': (t) => t('a duration such as P1Y2M3DT4H'),
	'xs:decimal': (t) => t('a number with a decimal point'),
	'xs:float': (t) => t('a number with a decimal point'),
	'xs:double': (t) => t('a number with a decimal point'),
	'xs:integer': (t) => t('a whole number'),
	'xs:int': (t) => t('a whole number'),
	'xs:long': (t) => t('a whole number'),
	'xs:short': (t) => t('a whole number'),
	'xs:byte': (t) => t('a whole number'),
	'xs:nonNegativeInteger': (t) => t('a whole number of 0 or more'),
	'xs:unsignedInt': (t) => t('a whole number of 0 or more'),
	'xs:unsignedLong': (t) => t('a whole number of 0 or more'),
	'xs:unsignedShort': (t) => t('a whole number of 0 or more'),
	'xs:positiveInteger': (t) => t('a whole number of 1 or more'),
	'xs:base64Binary': (t) => t('data in base64'),
	'xs:hexBinary': (t) => t('data in hexadecimal digits, two for each byte'),
	'xs:anyURI': (t) => t('an address (URI)'),
	'xs:language': (t) => t('a language code such as nl'),
	'xs:ID': (t) => t('a name that starts with a letter or underscore, without spaces or colons'),
	'xs:IDREF': (t) => t('a name that starts with a letter or underscore, without spaces or colons'),
	'xs:NCName': (t) => t('a name that starts with a letter or underscore, without spaces or colons'),
	'xs:QName': (t) => t('a name, with a prefix that the document binds'),
};

/** Says what a value of a type looks like; `undefined` for a type without words. Types as in libxml2: `xs:date`. */
export function typeInWords(type: string, t: Translate): string | undefined {
	return Object.hasOwn(words, type) ? words[type]?.(t) : undefined;
}
