// Policy packs are loaded as CommonJS; the rules are modules.
module.exports = import('../dist/shell/pulumi/policy/pack.js');
