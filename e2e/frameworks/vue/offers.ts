import { createApp } from 'vue';
import Offers from './Offers.vue';

const onChoose = (name: string) => {
  document.title = name;
};
createApp(Offers, { country: 'US', onChoose }).mount('#app');
