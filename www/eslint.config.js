import eslint from '@eslint/js';
import typescript from 'typescript-eslint';

const PARSED = 'It makes a page of a text; src/view/dom.ts builds elements.';

export default typescript.config(
  { ignores: ['node_modules/', 'bench/node_modules/', 'examples/', 'site/snippets/', 'tools/out/'] },
  eslint.configs.recommended,
  {
    files: ['src/**/*.ts'],
    extends: [...typescript.configs.strictTypeChecked, ...typescript.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers in class names, lengths and file names are plain integers and CSS values, never figures of the data.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // What older engines lack is asked for although the type library promises it.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // A class that is to be implemented by pages and tests is read best in the order that the browser calls it.
      '@typescript-eslint/class-literal-property-style': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // A listener in one line, and a return that ends a function early, say nothing wrong.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // An empty attribute means an absent one: `||` is what is meant for texts.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // Merging a map of events into the platform's is an interface that adds nothing of its own.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      // `callJson<Shape>()` names the shape that the joint promises for an answer.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  {
    // Text is only ever text: nothing is parsed or run that was put together here.
    files: ['src/**/*.ts'],
    rules: {
      'no-eval': 'error',
      'no-new-func': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
          message: PARSED,
        },
        {
          selector:
            'MemberExpression[property.name=/^(insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment)$/]',
          message: PARSED,
        },
        { selector: 'MemberExpression[object.name="document"][property.name=/^write(ln)?$/]', message: PARSED },
      ],
      'no-restricted-globals': ['error', { name: 'DOMParser', message: PARSED }],
    },
  },
  {
    files: ['tools/**/*.mjs', 'site/**/*.js', '*.js'],
    languageOptions: {
      globals: {
        addEventListener: 'readonly',
        Buffer: 'readonly',
        CSS: 'readonly',
        console: 'readonly',
        customElements: 'readonly',
        document: 'readonly',
        Event: 'readonly',
        fetch: 'readonly',
        FormData: 'readonly',
        getSelection: 'readonly',
        history: 'readonly',
        localStorage: 'readonly',
        location: 'readonly',
        matchMedia: 'readonly',
        navigator: 'readonly',
        process: 'readonly',
        setTimeout: 'readonly',
        URL: 'readonly',
        URLSearchParams: 'readonly',
        window: 'readonly',
      },
    },
  },
  {
    files: ['bench/**/*.{js,mjs}'],
    languageOptions: {
      globals: {
        AbortController: 'readonly',
        Buffer: 'readonly',
        CSSStyleSheet: 'readonly',
        Image: 'readonly',
        TextDecoder: 'readonly',
        URL: 'readonly',
        clearTimeout: 'readonly',
        console: 'readonly',
        devicePixelRatio: 'readonly',
        document: 'readonly',
        getComputedStyle: 'readonly',
        location: 'readonly',
        performance: 'readonly',
        process: 'readonly',
        requestAnimationFrame: 'readonly',
        setTimeout: 'readonly',
      },
    },
  },
);
