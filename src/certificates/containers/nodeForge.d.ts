// The types of node-forge know only the package as a whole; these are the two parts of it that we use.

declare module 'node-forge/lib/rc2' {
	import type { rc2 } from 'node-forge';
	const parts: typeof rc2;
	export default parts;
}

declare module 'node-forge/lib/util' {
	import type { util } from 'node-forge';
	const parts: typeof util;
	export default parts;
}
