/** File names that certificates come under. What is in the file is told by its content. */
export const certificateExtensions = [
	'cer',
	'crt',
	'der',
	'pem',
	'p7b',
	'p7c',
	'p12',
	'pfx',
	'jks',
	'jceks',
	'csr',
	'p10',
] as const;

export function isCertificateFile(path: string): boolean {
	const extension = extensionOf(path);
	return certificateExtensions.some((one) => one === extension);
}

/** The extension of a file name in lower case, without the dot; `''` without extension. */
export function extensionOf(path: string): string {
	return /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
