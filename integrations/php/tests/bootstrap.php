<?php

declare(strict_types=1);

define('HASOFFERS_PROXY_LIBRARY', true);
require __DIR__ . '/../hasoffers-proxy.php';
