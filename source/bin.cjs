#!/usr/bin/env node
// In old syntax throughout: a Node too old to run the program must still be able to say so.
// biome-ignore-all lint/complexity: see above
// biome-ignore-all lint/style: see above
// biome-ignore-all lint/suspicious: see above
'use strict';

var lowest = [22, 19];
var parts = process.versions.node.split('.').map(Number);

if (parts[0] < lowest[0] || (parts[0] === lowest[0] && parts[1] < lowest[1])) {
	process.stderr.write(
		'ovh-cti-board needs Node.js ' + lowest.join('.') + ' or newer; this is ' + process.versions.node + '.\n',
	);
	process.exit(2);
} else {
	process.env.NODE_ENV = process.env.NODE_ENV || 'production';
	// What is compiled once is kept for the next start, which is a tenth faster for it. Where it cannot be kept, nothing is lost.
	require('node:module').enableCompileCache();
	// An import in plain sight is a syntax error to a Node that knows none, even where it is never reached.
	new Function('return import("./cli.js")')()['catch'](function (error) {
		process.stderr.write('ovh-cti-board: ' + (error && error.message) + '\n');
		process.exit(1);
	});
}
