import 'hasoffers-widgets/vue';
import './client.js';
