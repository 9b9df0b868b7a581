// Imported first by what a person starts: says in one sentence that Node is too old, instead of failing on new syntax.
// Uses nothing but `process`, so that it also runs on a Node that is far too old.
const wanted = [20, 19];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < wanted[0] || (major === wanted[0] && minor < wanted[1])) {
	console.error(
		'Lopende Zaken needs Node ' +
			wanted.join('.') +
			' or newer, and this is Node ' +
			process.versions.node +
			'. Install Node 20, 22 or 24 (an LTS release), see that `node --version` shows it, and try again.',
	);
	process.exit(1);
}
