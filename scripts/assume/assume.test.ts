import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { type Assumptions, assume } from './assume.js';

function transform(code: string, assumptions: Assumptions, checked = false): string {
  const { transform: run } = assume({ 'library.js': assumptions }, checked) as unknown as {
    transform: (this: object, code: string, id: string) => { code: string } | null;
  };
  return run.call({ parse: parseAst }, code, '/node_modules/library.js')?.code ?? '';
}

test('an expression that is read becomes its value, wherever its spaces are', () => {
  expect(transform('if (a &&\n  b.c) d(x.y);', { 'a && b.c': 'false', 'x.y': '1' })).toBe('if (false) d(1);');
});

test('names stay where they are declared or name a member', () => {
  expect(transform('function f(x) { let y = x; return o.x + y; }', { x: '0' })).toBe(
    'function f(x) { let y = 0; return o.x + y; }',
  );
});

test('an assignment to what has one value says nothing', () => {
  expect(transform('A.prototype.b = function () {}; c(d = e);', { 'A.prototype.b': 'undefined', 'd = e': '2' })).toBe(
    'undefined; c(2);',
  );
});

test('methods that nobody calls and loops over nothing go', () => {
  expect(transform('class A { b() { return 1; } c() { for (const x of y) x(); } }', { 'b()': '', 'for y': '' })).toBe(
    'class A { ; c() { ; } }',
  );
  expect(transform('class A { async b() {} async c() {} }', { 'b()': '' })).toBe('class A { ; async c() {} }');
});

test('what throws nothing needs no handler, but what has to be done afterwards', () => {
  expect(transform('try { a(b); } catch (e) { c(b); }', { 'catch e': '', b: '1' })).toBe('{ a(1); } ');
  expect(transform('try { a(); } catch (e) { c(); } finally { d(b); }', { 'catch e': '', b: '1' })).toBe(
    'try { a(); }  finally { d(1); }',
  );
});

test('a property that is defined is one that is assigned', () => {
  expect(transform('Object.defineProperty(A.b, "c", { get() {} });', { 'A.b.c': 'undefined' })).toBe('undefined;');
});

test('an assumption that says nothing about its file stops the build: the library has changed', () => {
  expect(() => transform('a();', { 'b.c': 'undefined' })).toThrow('library.js has no longer: b.c');
});

test('other files are left alone', () => {
  const { transform: run } = assume({ 'library.js': { a: '1' } }) as unknown as {
    transform: (code: string, id: string) => unknown;
  };
  expect(run('a', '/src/page.js')).toBeNull();
});

test('checked: everything stays, and a wrong assumption says so', () => {
  const code = transform('out.push(a.b); a.b = 1;', { 'a.b': 'undefined' }, true);
  const complaints: string[] = [];
  const out: unknown[] = [];
  const run = new Function('a', 'out', 'console', code);
  const tell = { error: (text: string) => complaints.push(text) };
  run({}, out, tell);
  expect(complaints).toEqual([]);
  run({ b: 5 }, out, tell);
  expect(complaints).toEqual(['wrong assumption: a.b is not undefined']);
  expect(out).toEqual([undefined, 5]);
});

test('a parameter that is passed on goes in declarations and calls alike, and nowhere else', () => {
  expect(transform('function f(a, b, c) { g(a, b, c); return b; } h(c);', { '(b)': '', '(c)': '' })).toBe(
    'function f(a,  ) { g(a,  ); return b; } h();',
  );
});

test('members that nobody reads go', () => {
  expect(transform('x = { a: 1, b: 2 }; class C { d; e = 1; }', { 'a:': '', 'd:': '' })).toBe(
    'x = {  b: 2 }; class C {  e = 1; }',
  );
});

test('a parameter or a member may be written otherwise', () => {
  expect(transform('function f(a, b) { g({ a: 1, b }); }', { '(b)': '...b', 'a:': 'a: 2' })).toBe(
    'function f(a, ...b) { g({ a: 2, b }); }',
  );
});

test('what is tried without failing is followed by the rest', () => {
  expect(transform('try { a(b); } finally { c(b); }', { finally: '', b: '1' })).toBe('{ a(1); }{ c(1); }');
  expect(transform('try { a(); } catch (e) { b(); } finally { c(); }', { finally: '', 'catch e': '' })).toBe(
    '{ a(); } { c(); }',
  );
});

test('a condition is one thing, what is done with it another', () => {
  expect(transform('if (a) a.b();', { 'if a': 'true' })).toBe('if (true) a.b();');
});

test('an assumption may speak of one function', () => {
  const code = 'function f() { a(); } B.prototype.c = function () { a(); }; x = { get() { a(); } }; a();';
  expect(transform(code, { 'f: a()': '1' })).toBe(code.replace('a()', '1'));
  expect(transform(code, { 'B.prototype.c: a()': '1', 'get: a()': '2', 'a()': '3' })).toBe(
    'function f() { 3; } B.prototype.c = function () { 1; }; x = { get() { 2; } }; 3;',
  );
});
