import { certificateExtensions, extensionOf } from '../../certificates/fileExtensions';

/** Those that VS Code opens as text unless told otherwise: there the view is one of the choices. */
const textExtensions: readonly string[] = ['pem', 'csr', 'p10'];

/** The custom editors of package.json. */
export const viewTypes = ['lopendeZaken.certificate', 'lopendeZaken.certificateText'] as const;

/** The web view of what a server sent. */
export const endpointViewType = 'lopendeZaken.endpoint';

/** Files with certificates, as a pattern for `findFiles` and watchers. */
export const certificateFiles = `**/*.{${certificateExtensions
	.flatMap((extension) => [extension, extension.toUpperCase()])
	.join(',')}}`;

/** Documents that may hold certificates. */
export const documentFiles = '**/*.[xX][mM][lL]';

/** The custom editor that belongs to a file. */
export function viewTypeFor(path: string): (typeof viewTypes)[number] {
	return textExtensions.includes(extensionOf(path)) ? viewTypes[1] : viewTypes[0];
}
