/** Elements that hold certificates: XML Signature §4.4.4 and WS-Security X.509 token profile §3.1. */
export const certificateElements: readonly string[] = ['X509Certificate', 'BinarySecurityToken'];

/** Whether a text names such an element: what does not, holds no certificate, and need not be read for one. */
export function mentionsCertificates(text: string): boolean {
	return certificateElements.some((name) => text.includes(name));
}
