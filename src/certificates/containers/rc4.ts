/**
 * RC4, which neither OpenSSL 3 (and so Node) nor the TLS library of VS Code nor node-forge has any more, but old exports of a PKCS#12 do. To
 * read only: it is no protection today. The same for encryption and decryption.
 *
 * @param key Of 1 to 256 bytes.
 */
export function rc4(key: Uint8Array, input: Uint8Array): Uint8Array {
	const state = Uint8Array.from({ length: 256 }, (_, index) => index);
	function at(index: number): number {
		return state[index & 0xff] ?? 0;
	}
	function swap(one: number, other: number): void {
		const kept = at(one);
		state[one] = at(other);
		state[other] = kept;
	}
	let other = 0;
	for (let index = 0; index < 256; index++) {
		other = (other + at(index) + (key[index % key.length] ?? 0)) & 0xff;
		swap(index, other);
	}
	let one = 0;
	other = 0;
	return input.map((octet) => {
		one = (one + 1) & 0xff;
		other = (other + at(one)) & 0xff;
		swap(one, other);
		return octet ^ at(at(one) + at(other));
	});
}
