import 'hasoffers-widgets/preact';
import './client.js';
