import { expect, it } from 'vitest';
import { compileAtOnce } from './eager.js';

it('puts brackets around the function that defines elements, and around no other', () => {
  const code =
    '!function(){function a(){}function b(e){let r=()=>a();class u{}customElements.define(e,u,r)}b("x-y")}();';
  expect(compileAtOnce(code)).toBe(
    '!function(){function a(){}var b=(function(e){let r=()=>a();class u{}customElements.define(e,u,r)});b("x-y")}();',
  );
});

it('leaves other code as it is', () => {
  const code = '!function(){let a=()=>{};a()}();';
  expect(compileAtOnce(code)).toBe(code);
});
