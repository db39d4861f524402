import vue from '@vitejs/plugin-vue';

// [[Tells Vue that these are elements, not components.||告诉 Vue 这些是元素，不是组件。]]
export default {
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('zone-') } } })],
};
