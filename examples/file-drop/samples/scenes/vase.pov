// SPDX-License-Identifier: Apache-2.0
// A fluted vase in two glazes on a wooden table, a soft wall far behind it.
#include "studio.inc"

#declare Profile = lathe {
  cubic_spline 17,
  <-0.10, 0.000>, <0.00, 0.000>, <0.22, 0.002>, <0.255, 0.025>, <0.36, 0.22>, <0.43, 0.48>, <0.38, 0.74>, <0.22, 0.98>,
  <0.135, 1.16>, <0.130, 1.28>, <0.185, 1.395>, <0.185, 1.41>, <0.168, 1.405>, <0.105, 1.27>, <0.105, 1.16>, <0.00, 1.00>, <-0.10, 0.98>
}
#declare Lower = texture {
  pigment {
    bozo
    scale <0.05, 0.02, 0.05>
    turbulence 0.3
    color_map { [0 color srgb <0.82, 0.78, 0.70>] [1 color srgb <0.74, 0.69, 0.60>] }
  }
  normal { radial 0.45 sine_wave frequency 36 }
  finish { diffuse 0.75 specular 0.1 roughness 0.06 reflection { 0.0, 0.35 fresnel on } conserve_energy }
}
#declare Upper = texture {
  pigment {
    gradient y
    turbulence 0.05
    color_map { [0.55 color srgb <0.12, 0.22, 0.42>] [0.80 color srgb <0.10, 0.17, 0.36>] [1 color srgb <0.17, 0.30, 0.50>] }
    scale 1.5
  }
  normal { radial 0.22 sine_wave frequency 36 }
  finish { diffuse 0.65 specular 0.4 roughness 0.004 reflection { 0.02, 0.95 fresnel on } conserve_energy }
}
#declare Product = object {
  Profile
  texture {
    gradient y
    turbulence <0, 0.035, 0>
    octaves 3
    texture_map { [0.45 Lower] [0.457 Upper] }
    scale 1.5
  }
  interior { ior 1.5 }
}

Studio_Camera(<-0.6, 1.55, -6.2>, <0.05, 0.72, 0>, 15.5)
Studio_Lights(0.8, 0.3, 0.6)
Backdrop_Planks(srgb <0.68, 0.52, 0.37>, srgb <0.52, 0.37, 0.24>, 0.95, 2.6,
  texture {
    pigment {
      bozo
      scale <2.6, 3.4, 1>
      color_map { [0 color srgb <0.50, 0.55, 0.50>] [0.5 color srgb <0.62, 0.64, 0.57>] [1 color srgb <0.74, 0.72, 0.62>] }
    }
    finish { diffuse 0.8 }
  }, 9)
object { Product }
